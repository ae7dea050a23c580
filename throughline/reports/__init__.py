"""Files a person takes along: a calendar, tables and a printed report, each written from the same words and numbers."""
