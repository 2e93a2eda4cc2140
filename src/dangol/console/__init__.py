"""The room `console`: staff pages."""
