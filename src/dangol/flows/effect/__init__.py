"""What a draft would have changed: tried on the stored purchases, by due work or on the command line. Reads only."""
