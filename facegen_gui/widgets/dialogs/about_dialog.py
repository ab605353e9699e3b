"""About the program: version, what it is made of, and the licence terms that Qt asks to be told."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from facegen_gui import __version__
from facegen_gui.identity import NAME
from facegen_gui.widgets.dialogs.parts import Dialog, quiet, wrapped


class AboutDialog(Dialog):
    def __init__(self, licences: Path | None = None, parent: QWidget | None = None) -> None:
        """`licences` is the folder of the licence texts, which only a built program brings along."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About {program}").format(program=NAME))
        picture = QLabel(self)
        icon: QIcon = QApplication.windowIcon()
        side = self.fontMetrics().height() * 5
        picture.setPixmap(icon.pixmap(side, side))
        picture.setVisible(not icon.isNull())
        title = QLabel(self.tr("{program} {version}").format(program=NAME, version=__version__), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        text = wrapped(
            self.tr(
                "Shows and keeps the pictures that the ModelsLab Enterprise Face Gen service made for you. "
                "It is not made by ModelsLab."
            ),
            self,
        )
        licence = quiet(
            self.tr(
                "This program uses Qt and PySide6, © The Qt Company Ltd. and others, under the GNU Lesser "
                "General Public License version 3. You may replace their libraries in the program's folder "
                "by your own builds. The source of Qt and PySide6 is at https://download.qt.io. It also uses "
                "Python, httpx, keyring, truststore and pathvalidate."
            ),
            self,
        )
        if licences is None:
            told = self.tr("The text of each library's licence is where Python installed the library.")
        else:
            told = self.tr("The licence texts of everything shipped are in {path}.").format(path=licences)
        texts = quiet(told, self)
        versions = quiet(
            self.tr("Qt {qt}, Python {python}, {system}").format(
                qt=qVersion(), python=platform.python_version(), system=platform.platform(terse=True)
            ),
            self,
        )
        words = QVBoxLayout()
        for widget in (title, text, licence, texts, versions):
            words.addWidget(widget)
        top = QHBoxLayout()
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        if licences is not None:
            button = buttons.addButton(self.tr("&Licences"), QDialogButtonBox.ButtonRole.ActionRole)
            url = QUrl.fromLocalFile(str(licences))
            button.clicked.connect(lambda: QDesktopServices.openUrl(url))
        rows = QVBoxLayout(self)
        rows.addLayout(top)
        rows.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)
