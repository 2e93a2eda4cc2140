"""The room `sales`: purchases, lines, returns and warranties."""
