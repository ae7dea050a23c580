"""One script per page: compose, never compute."""
