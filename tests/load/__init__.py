"""Crowds of phones against a real server and a real database."""
