"""The paper of the country, upright."""

from typing import Final

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

_C = QLocale.Country
# The countries that use Letter, by the Unicode locale data (CLDR, `paperSize`); all others use A4.
_LETTER: Final = frozenset(
    {
        _C.Belize,
        _C.Canada,
        _C.Chile,
        _C.Colombia,
        _C.CostaRica,
        _C.ElSalvador,
        _C.Guatemala,
        _C.Mexico,
        _C.Nicaragua,
        _C.Panama,
        _C.Philippines,
        _C.PuertoRico,
        _C.UnitedStates,
        _C.Venezuela,
    }
)


def upright_page(margin: float, locale: QLocale | None = None) -> QPageLayout:
    """A4, or Letter where that is the custom, with `margin` millimetres on all sides; as the system has it."""
    country = (locale or QLocale.system()).territory()
    size = QPageSize.PageSizeId.Letter if country in _LETTER else QPageSize.PageSizeId.A4
    margins = QMarginsF(margin, margin, margin, margin)
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
