"""The room `api`: endpoints for other programs."""
