"""The room `portal`: customer pages."""
