"""The Krita plugin: registers the docker."""
from krita import DockWidgetFactory, DockWidgetFactoryBase, Krita

from .docker import TranslationDocker

Krita.instance().addDockWidgetFactory(DockWidgetFactory("pix2pix_translation", DockWidgetFactoryBase.DockRight, TranslationDocker))
