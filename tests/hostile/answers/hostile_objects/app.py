"""Objects that raise or hang when somebody looks at them."""

import time

from flask import Flask


class Evil(BaseException):
    def __str__(self):
        raise Evil

    __repr__ = __str__


class Chameleon:
    @property
    def __class__(self):
        raise Evil


class App(Flask):
    @property
    def url_map(self):
        raise Evil

    @url_map.setter
    def url_map(self, value):
        pass


strange = Chameleon()
raise Evil(time)
