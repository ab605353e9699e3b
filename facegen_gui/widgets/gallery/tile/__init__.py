"""What one tile looks like: its parts, colours, states and marks, and the thumbnails it needs."""
