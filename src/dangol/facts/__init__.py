"""The room `facts`: the append-only journal of what happened."""
