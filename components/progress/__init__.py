"""The pieces of the Progress page: keeping a sitting, what changed, and the plan file."""
