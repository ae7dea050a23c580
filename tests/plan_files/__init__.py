"""Plan files for the tests: any legal plan, and frozen files of every released format."""
