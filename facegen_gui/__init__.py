"""Face Gen Viewer: paste job IDs, see the pictures, save them."""

__version__ = "1.0.0"
