"""What stands above the grid: filters, search, order, size, and the checklist of a paste."""
