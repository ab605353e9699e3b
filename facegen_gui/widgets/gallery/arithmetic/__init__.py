"""A list view that computes where its rows are, and keeps place and selection while they change."""
