"""What a start is compared with: a bare PySide6 window with a list view. Prints when it was painted."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow


class Painted(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        print(time.time(), flush=True)
        QApplication.quit()


application = QApplication(sys.argv)
window = QMainWindow()
view = QListView(window)
view.setModel(QStringListModel([str(number) for number in range(100)], view))
window.setCentralWidget(view)
window.resize(1180, 800)
painted = Painted()
window.installEventFilter(painted)
window.show()
application.exec()
