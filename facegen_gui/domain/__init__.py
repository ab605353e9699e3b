"""What a job, an ID, a picture and a failure are. Standard library only."""
