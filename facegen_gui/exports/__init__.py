"""Makes files for others: zip, contact sheet, delivery note."""
