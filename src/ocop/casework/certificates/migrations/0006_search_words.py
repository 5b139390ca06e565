from django.db import connections, migrations

import ocop.foundation.search.models
from ocop.foundation.audit import guards
from ocop.kernel.text import searchable

CHUNK = 500
GUARDED = ('certificates_certificate', 'certificates_decision')


def fill(apps, schema_editor):
    """The words of every certificate and decision that is there, with marks too.

    What is signed is guarded; the words are not part of it. The guards come back when all migrations are done.
    """
    guards.remove(connections[schema_editor.connection.alias], GUARDED)
    certificates = apps.get_model('certificates', 'Certificate').objects.order_by('pk')
    beside = ('decision_item__decision', 'decision_item__item__dossier__commune')
    decisions = apps.get_model('certificates', 'Decision').objects.order_by('pk')
    _fill(certificates.select_related(*beside), _of_certificate)
    _fill(decisions.prefetch_related('items'), _of_decision)


def _fill(rows, words):
    changed = []
    for one in rows.iterator(CHUNK):
        one.search_text = searchable(*words(one))
        changed.append(one)
    rows.model.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


def _of_certificate(one):
    item = one.decision_item
    where = item.item.dossier.commune
    codes = (one.product_code, one.code, item.decision.number)
    return item.printed['product'], item.printed['producer'], where.words, *codes


def _of_decision(one):
    live = (row for row in one.items.all() if row.is_live)
    names = [f"{row.printed['product']} {row.printed['producer']}" for row in live]
    return one.number, one.subject, *names


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_words'),
        ('certificates', '0005_fill_lookup'),
    ]

    operations = [
        migrations.AlterField(
            model_name='certificate',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.AlterField(
            model_name='decision',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
