"""The language of the command line: click, its help and its refusals, in Dutch.

Owns: every word that click itself would say in English, and the exit code of every fault. Click's
refusals are objects that name what was wrong, so each kind gets its own Dutch sentence. Must never
know a command. No units.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from sturing.domain.tijd import Maand
from sturing.errors import InvoerError, SturingError
from sturing.loket.commands import SYSTEM_FAULT, TRACE_VARIABLE, unexpected

Command = TypeVar("Command", bound="Callable[..., Any] | click.Command")


class MaandType(click.ParamType[Maand]):
    """A month as `2027-01`."""

    name = "jjjj-mm"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Maand:
        """Raises BadParameter with the Dutch sentence of the domain."""
        if isinstance(value, Maand):
            return value
        try:
            return Maand.van_tekst(str(value))
        except InvoerError as fault:
            self.fail(str(fault), param, ctx)


class GetalType(click.ParamType[int]):
    """A whole number from `laag` up to and including `hoog`."""

    name = "getal"

    def __init__(self, laag: int, hoog: int) -> None:
        self._laag = laag
        self._hoog = hoog

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Raises BadParameter for anything but ASCII digits in the range."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and self._laag <= int(text) <= self._hoog):
            span = f"{self._laag} tot en met {self._hoog}"
            self.fail(f"'{text}' is geen geheel getal van {span}.", param, ctx)
        return int(text)


class KeuzeType(click.ParamType[str]):
    """One of a closed list, spelled exactly."""

    name = "keuze"

    def __init__(self, keuzes: tuple[str, ...]) -> None:
        self.keuzes = keuzes
        self.name = "|".join(keuzes)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Raises BadParameter with the list for any other text."""
        if value not in self.keuzes:
            self.fail(f"'{value}' bestaat niet. Kies uit: {', '.join(self.keuzes)}.", param, ctx)
        return str(value)


class PadType(click.ParamType[Path]):
    """A place on this computer; whether something stands there is for the service to say."""

    name = "pad"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Raises BadParameter for an empty text."""
        if not str(value).strip():
            self.fail("Er is geen plaats gegeven.", param, ctx)
        return Path(value)


class DutchCommand(click.Command):
    """A command whose help and refusals are Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIES]")
        super().__init__(*args, **kwargs)
        self.context_settings.setdefault("max_content_width", 100)
        # Refused in `invoke` below, in Dutch.
        self.context_settings["allow_extra_args"] = True

    def invoke(self, ctx: click.Context) -> Any:
        """Raises UsageError for an argument too many."""
        if ctx.args and not isinstance(self, click.Group):
            raise click.UsageError(f"Hier hoort geen '{ctx.args[0]}'.", ctx)
        return super().invoke(ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, with Dutch words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Laat deze uitleg zien."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that begins with `Gebruik:`."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [record for record in (o.get_help_record(ctx) for o in options) if record]
        with formatter.section("Opties"):
            formatter.write_dl([(n, text.replace("[required]", "(nodig)")) for n, text in records])


class DutchGroup(DutchCommand, click.Group):
    """The command with its subcommands."""

    command_class = DutchCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "COMMANDO [OPTIES]...")
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and below them the subcommands in the order of use."""
        DutchCommand.format_options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(formatter.width))
            for name, command in self.commands.items()
            if not command.hidden
        ]
        with formatter.section("Commando's"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order in which they were written, which is the order of use."""
        return list(self.commands)


def run_dutch(command: click.Command, arguments: Sequence[str]) -> int:
    """Carry out one command line of `sturing` and return its exit code; refusals go to stderr."""
    try:
        code = command.main(args=list(arguments), prog_name="sturing", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.ctx.get_help(), err=True)
        return 2
    except click.ClickException as fault:
        click.echo(usage_message(fault), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Gestopt.", err=True)
        return SYSTEM_FAULT
    except SturingError as fault:
        click.echo(str(fault), err=True)
        return fault.exit_code
    except BrokenPipeError:
        # The reader of our answer (for example `head`) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if os.environ.get(TRACE_VARIABLE) == "1":
            traceback.print_exc()
        click.echo(unexpected(fault), err=True)
        return SYSTEM_FAULT
    return code if isinstance(code, int) else 0


def usage_message(fault: click.ClickException) -> str:
    """What is wrong with the command line, in Dutch, and where the explanation is."""
    context = fault.ctx if isinstance(fault, click.UsageError) else None
    path = context.command_path if context else "sturing"
    return f"{_sentence(fault)}\nUitleg: {path} --help"


def _sentence(fault: click.ClickException) -> str:
    if isinstance(fault, click.exceptions.NoSuchCommand):
        return _unknown("Het commando", fault.command_name, fault.possibilities)
    if isinstance(fault, click.NoSuchOption):
        return _unknown("De optie", fault.option_name, fault.possibilities)
    if isinstance(fault, click.MissingParameter):
        return f"{_name(fault)} ontbreekt."
    if isinstance(fault, click.BadOptionUsage):
        wants = "neemt geen waarde" if "not take" in fault.message else "vraagt een waarde"
        return f"De optie {fault.option_name} {wants}."
    if isinstance(fault, click.BadParameter):
        return f"{_name(fault)}: {fault.message}"
    return fault.message


def _unknown(kind: str, name: str, possibilities: Any) -> str:
    sentence = f"{kind} '{name}' bestaat niet."
    if possibilities:
        sentence += f" Bedoelt u {' of '.join(sorted(possibilities))}?"
    return sentence


def _name(fault: click.BadParameter) -> str:
    parameter = fault.param
    if parameter is None:
        return "Een waarde"
    if isinstance(parameter, click.Option):
        return f"De optie {parameter.opts[-1]}"
    return f"De waarde voor {parameter.make_metavar(fault.ctx or click.Context(DutchCommand('')))}"


def argument(name: str, *, metavar: str, many: bool = False) -> Callable[[Command], Command]:
    """An argument that is a place on this computer."""
    return click.argument(
        name, metavar=metavar, type=PadType(), nargs=-1 if many else 1, required=True
    )
