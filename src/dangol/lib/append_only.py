"""Rows that may never change: the model refuses, and so does a trigger in the database."""

from collections.abc import Sequence
from typing import Any, NoReturn

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class AppendOnly(Exception):
    """Someone tried to change or delete a row of a table that only grows."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Reads as usual; refuses the ways of changing rows without loading them."""

    def _refuse(self) -> NoReturn:
        raise AppendOnly(f"{self.model._meta.db_table} only grows: record a new row that corrects the old one")

    def update(self, **values: Any) -> NoReturn:
        self._refuse()

    def delete(self) -> NoReturn:
        self._refuse()


class AppendOnlyModel(models.Model):
    """Base of the tables whose rows are facts."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(f"{self._meta.db_table} only grows: record a new row that corrects this one")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly(f"{self._meta.db_table} only grows: record a new row that corrects this one")


def guard(table: str, columns: Sequence[str] = ()) -> migrations.RunPython:
    """A migration step: the database itself refuses DELETE, and UPDATE of the columns (of all when none is named)."""

    def put(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in guarding(editor.connection.vendor, table, columns):
            editor.execute(statement, params=None)

    def take_away(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        for name in (f"{table}_no_update", f"{table}_no_delete"):
            on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER {name}{on}", params=None)

    return migrations.RunPython(put, take_away)


def guarding(vendor: str, table: str, columns: Sequence[str] = ()) -> list[str]:
    """The statements that put the guard in place."""
    of = f" OF {', '.join(columns)}" if columns else ""
    if vendor == "postgresql":
        refusal = "RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'"
        return [
            "CREATE OR REPLACE FUNCTION dangol_only_grows() RETURNS trigger LANGUAGE plpgsql "
            f"AS $$BEGIN {refusal}; END$$",
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE{of} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION dangol_only_grows()",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION dangol_only_grows()",
        ]
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE{of} ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
    ]
