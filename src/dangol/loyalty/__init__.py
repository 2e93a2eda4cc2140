"""The room `loyalty`: points, tiers, cards, vouchers, uses and budgets."""
