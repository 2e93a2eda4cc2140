"""The room `flows`: the stories that cross rooms, and the worker that runs due work."""
