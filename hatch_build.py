"""Build hook: compiles translations and, for a wheel, the shipped packs, so that no start pays for it."""

from __future__ import annotations

import marshal
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface[Any]):
    """Adds `postlint/shipped` (compiled packs and their sources) to the wheel, and `.mo` files beside each `.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is `standard` or `editable`."""
        root = Path(self.root)
        for catalogue in sorted(root.glob("postlint/locale/*/LC_MESSAGES/*.po")):
            build_data["artifacts"].append(f"/{_compiled_catalogue(catalogue).relative_to(root).as_posix()}")
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from postlint.pack_compiler import compile_pack

        for pack in sorted(root.glob("rules/*/pack.yaml")):
            compiled = Path(self.directory) / "packs" / f"{pack.parent.name}.pack"
            compiled.parent.mkdir(parents=True, exist_ok=True)
            compiled.write_bytes(marshal.dumps(compile_pack(pack.parent), 4))
            build_data["force_include"][str(compiled)] = f"postlint/shipped/{compiled.name}"
        build_data["force_include"][str(root / "rules")] = "postlint/shipped/rules"


def _compiled_catalogue(catalogue: Path) -> Path:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = catalogue.with_suffix(".mo")
    with catalogue.open("rb") as source, compiled.open("wb") as target:
        write_mo(target, read_po(source))
    return compiled
