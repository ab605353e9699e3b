"""Looking and choosing: from the gallery to the viewer and the comparison and back, and what is decided."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facegen_gui.domain.job import Choice, Job, PictureKey
from facegen_gui.models.choices import Choices
from facegen_gui.models.job_store import JobStore
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.job_list_view import JobListView
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.viewer.compare import MOST, Compare
from facegen_gui.widgets.viewer.viewer import Viewer
from facegen_gui.wiring.selection import Selection
from facegen_gui.wiring.worker_owner import WorkerOwner

# Selecting all of a large gallery does not need its rows selected too.
MOST_ROWS_SHOWN = 200


class Looking(QObject):
    def __init__(
        self,
        window: MainWindow,
        store: JobStore,
        owner: WorkerOwner,
        gallery: GalleryPanel,
        viewer: Viewer,
        compare: Compare,
        choices: Choices,
        selection: Selection,
        jobs: JobListView,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._owner = owner
        self._gallery = gallery
        self._viewer = viewer
        self._compare = compare
        self._choices = choices
        self._selection = selection
        self._jobs = jobs
        self._removed_large: dict[str, PictureKey] = {}  # by job
        self._awaited: PictureKey | None = None  # comes back as soon as its job has been restored
        self._connect_pages()
        self._connect_choices()
        self._connect_sizes()
        self._show_selection()

    def open(self, key: PictureKey) -> None:
        self._window.show_page(self._viewer)
        self._on_full_screen(self._window.isFullScreen())
        self._viewer.open(key)
        self._selection.changed.emit()

    def open_compare(self, keys: Sequence[PictureKey]) -> None:
        if 2 <= len(keys) <= MOST:
            self._window.show_page(self._compare)
            self._compare.open(keys)
            self._selection.changed.emit()

    def close_page(self) -> None:
        """Back to the gallery, with what was looked at last as its current tile."""
        last = self._selection.large
        self._window.show_gallery()
        if last is not None:
            self._gallery.show_picture(last)
        self._gallery.view.setFocus()
        self._selection.changed.emit()

    def refresh(self) -> None:
        """What is known of the large picture may have changed."""
        if self._viewer.isVisible():
            self._viewer.refresh()
        if self._compare.isVisible():
            self._compare.refresh()

    def _show_selection(self) -> None:
        """Enable what can be done with what is selected, and show its jobs in their list."""
        selection = self._selection
        jobs = selection.job_ids()
        self._window.set_selection(len(selection.pictures()), len(jobs))
        self._window.set_all_shown(self._gallery.shown_count)
        self._window.commands.select_again.setEnabled(self._gallery.view.can_select_again)
        if len(jobs) <= MOST_ROWS_SHOWN:
            self._jobs.show_jobs(jobs)
        elif self._jobs.selected_count() != len(jobs):
            self._jobs.show_jobs([])

    def _connect_pages(self) -> None:
        window, viewer, compare, commands = self._window, self._viewer, self._compare, self._window.commands
        self._gallery.open_requested.connect(self.open)
        self._gallery.menu_requested.connect(self._on_menu)
        commands.open_picture.triggered.connect(self._on_open)
        commands.compare.triggered.connect(lambda: self.open_compare(self._selection.pictures()))
        commands.slideshow.triggered.connect(self._on_slideshow)
        commands.information.triggered.connect(self._on_information)
        self._jobs.jobs_selected.connect(self._gallery.show_jobs)
        self._jobs.menu_requested.connect(self._on_menu)
        self._selection.changed.connect(self._show_selection)
        viewer.closed.connect(self.close_page)
        compare.closed.connect(self.close_page)
        viewer.full_screen_requested.connect(commands.full_screen.trigger)
        window.full_screen_changed.connect(self._on_full_screen)
        for page in (viewer, compare):
            page.menu_requested.connect(self._on_menu)
            page.save_requested.connect(lambda _keys: window.commands.save_selected.trigger())
        for signal in (self._store.jobs_changed, self._store.jobs_removed):
            signal.connect(lambda _jobs: self.refresh())

    def _connect_choices(self) -> None:
        commands, choices, selection = self._window.commands, self._choices, self._selection
        commands.star.triggered.connect(lambda: choices.toggle_star(selection.pictures()))
        for action, choice in (
            (commands.keep, Choice.keep),
            (commands.maybe, Choice.maybe),
            (commands.no, Choice.no),
            (commands.no_choice, Choice.none),
        ):
            action.triggered.connect(lambda _=False, chosen=choice: self._choose(chosen))
        choices.undo_stack.indexChanged.connect(lambda _: self._window.news.clear_removed())
        commands.remove.triggered.connect(lambda: self._remove(selection.job_ids()))
        self._gallery.remove_requested.connect(self._remove)
        choices.undone.connect(self._on_undone)
        choices.removal_undone.connect(self._on_removal_undone)
        self._store.jobs_added.connect(self._on_jobs_added)
        for page in (self._viewer, self._compare):
            page.star_requested.connect(lambda key: choices.toggle_star([key]))
            page.choice_requested.connect(lambda key, choice: choices.choose([key], choice))
        choices.marks_requested.connect(lambda marks: self._owner.worker.mark(marks))
        choices.removal_requested.connect(lambda ids: self._owner.worker.remove(ids))
        choices.restore_requested.connect(lambda ids: self._owner.worker.restore(ids))

    def _connect_sizes(self) -> None:
        commands = self._window.commands
        commands.larger.triggered.connect(lambda: self._zoom(1))
        commands.smaller.triggered.connect(lambda: self._zoom(-1))
        commands.normal_size.triggered.connect(lambda: self._zoom(0))
        commands.select_all.triggered.connect(self._gallery.select_all)
        commands.select_again.triggered.connect(self._gallery.view.select_again)
        commands.find.triggered.connect(self._on_find)
        commands.discreet.toggled.connect(self._on_discreet)

    def _choose(self, choice: Choice) -> None:
        if self._viewer.isVisible():
            self._viewer.choose(choice)
        elif self._compare.isVisible():
            self._compare.choose(choice)
        else:
            self._choices.choose(self._selection.pictures(), choice)

    def _zoom(self, steps: int) -> None:
        page = self._viewer if self._viewer.isVisible() else self._compare
        if not page.isVisible():
            self._gallery.zoom(steps)
        elif steps == 0:
            page.viewport.fit()
        elif steps > 0:
            page.zoom_in()
        else:
            page.zoom_out()

    def _on_open(self) -> None:
        for key in self._selection.pictures()[:1]:
            self.open(key)

    def _on_slideshow(self) -> None:
        if not self._viewer.isVisible():
            keys = self._selection.pictures() or self._selection.shown_pictures()
            if not keys:
                return
            self.open(keys[0])
        self._viewer.tools.slideshow.toggle()

    def _on_full_screen(self, on: bool) -> None:
        is_large = on and self._viewer.isVisible()
        self._viewer.set_full_screen(is_large)
        self._window.notices.set_quiet(is_large)

    def _on_information(self) -> None:
        if not self._viewer.isVisible():
            self._on_open()
            self._viewer.tools.information.setChecked(True)
        else:
            self._viewer.tools.information.toggle()

    def _remove(self, ids: Sequence[str]) -> None:
        if not ids:
            return
        if self._viewer.current is not None:
            self._removed_large[self._viewer.current.job_id] = self._viewer.current
        jobs = [job for job in map(self._store.job, ids) if job is not None]
        unsaved = sum(picture.saved_at is None for job in jobs for picture in job.kept)
        self._choices.remove(ids)
        self._window.news.tell_removed(len(ids), unsaved)
        if self._viewer.isVisible():
            self._viewer.tell_removed()

    def _on_undone(self, keys: Sequence[PictureKey]) -> None:
        """Where a verdict was taken back, its picture is looked at again."""
        if self._viewer.isVisible() and keys and self._viewer.current not in keys:
            self._viewer.return_to(keys[0])

    def _on_removal_undone(self, ids: Sequence[str]) -> None:
        self._awaited = self._removed_large.get(ids[0]) if ids and self._viewer.isVisible() else None

    def _on_jobs_added(self, jobs: Sequence[Job]) -> None:
        """What was removed while it was large and is back now, is large again."""
        awaited = self._awaited
        if awaited is not None and any(job.id == awaited.job_id for job in jobs):
            self._awaited = None
            if self._viewer.isVisible():
                self._viewer.return_to(awaited)

    def _on_find(self) -> None:
        if self._selection.large is not None:
            self.close_page()
        self._gallery.focus_search()

    def _on_discreet(self, discreet: bool) -> None:
        self._gallery.set_discreet(discreet)
        self._viewer.canvas.set_softened(discreet)
        self._compare.set_softened(discreet)

    def _on_menu(self, where: QPoint) -> None:
        # A click that opens the menu selects as well, and the commands hear of that only a moment later.
        self._show_selection()
        commands = self._window.commands
        groups: tuple[tuple[QAction, ...], ...] = (
            (commands.open_picture, commands.compare, commands.information),
            (commands.save_selected, commands.save_as, commands.copy, commands.show_in_folder),
            # Without a selected picture it would print all of them, which nobody asks a tile for.
            (commands.print,) if self._selection.pictures() else (),
            (commands.star, commands.keep, commands.maybe, commands.no, commands.no_choice),
            (commands.copy_ids, commands.set_label, commands.ask_now, commands.dismiss),
            (commands.remove,),
        )
        menu = QMenu(self._window)
        for group in groups:
            menu.addActions([action for action in group if action.isEnabled()])
            menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
