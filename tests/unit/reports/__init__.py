"""Files that a person takes along, read back with other libraries than the ones that wrote them."""
