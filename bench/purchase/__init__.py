"""What recording a purchase costs, against the same rows written by bare SQL on the same database."""
