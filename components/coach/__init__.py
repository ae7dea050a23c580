"""The parts of the Coach page: the open files, what they show side by side, and the coach's notes."""
