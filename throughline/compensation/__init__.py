"""What pay is made of."""
