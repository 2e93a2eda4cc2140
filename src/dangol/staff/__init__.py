"""The room `staff`: users, teams, roles and levels."""
