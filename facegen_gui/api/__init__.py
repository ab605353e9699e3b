"""The only user of httpx: how the service is asked and pictures are fetched. No Qt."""
