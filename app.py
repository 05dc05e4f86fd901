"""Entry of the application: everything is in sturing/ui/router.py."""

from sturing.ui import router

router.run()
