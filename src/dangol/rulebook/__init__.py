"""The room `rulebook`: policy versions, the one in force, decisions kept."""
