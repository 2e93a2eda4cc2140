"""What a quote costs over HTTP, against a bare echo, and one at a time against many at once."""
