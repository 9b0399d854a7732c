"""The look of every page: one small design system, its frame, its parts and their behaviour.

The parts in ``templates/look/parts`` are plain HTML that works without scripts; the scripts in
``static/look`` add to it and never replace it. Colours are custom properties with a light and a
dark value, the light ones those of the report, so that a chart looks the same in both.
"""
