"""Plan files: decoding, reading, upgrading, previewing, and sittings."""
