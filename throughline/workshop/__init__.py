"""A workshop's pool of answers: what may be said about a group, and when."""
