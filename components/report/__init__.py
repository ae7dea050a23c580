"""The report page: whose copy, what goes in, what it will look like, and the files."""
