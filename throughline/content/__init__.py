"""What we ask and say: typed readers for the files in ``data/``, read once and frozen."""
