"""What a draft would change for whom, tried on the stored purchases."""
