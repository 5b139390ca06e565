"""Ideas have a package of their own: the tables stay as they are, the kinds of content follow."""

import django.db.models.deletion
import ocop.casework.ideas.labels
import ocop.casework.ideas.states
import uuid
from django.conf import settings
from django.db import migrations, models


def _relabel(apps, schema_editor, before, after):
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    kinds.filter(app_label=before, model__in=["idea", "ideasheet"]).update(app_label=after)


def relabel(apps, schema_editor):
    _relabel(apps, schema_editor, "dossiers", "ideas")


def relabel_back(apps, schema_editor):
    _relabel(apps, schema_editor, "ideas", "dossiers")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('documents', '0001_initial'),
        ('dossiers', '0007_dossier_of_an_idea'),
        ('places', '0001_initial'),
        ('producers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='IdeaSheet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('row_count', models.PositiveIntegerField(verbose_name='số dòng')),
                        ('faulty_count', models.PositiveIntegerField(verbose_name='số dòng phải sửa')),
                        ('uploaded_at', models.DateTimeField(verbose_name='gửi lúc')),
                        ('saved_at', models.DateTimeField(blank=True, null=True, verbose_name='lưu lúc')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp')),
                        ('marked', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp đã đánh dấu')),
                        ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người gửi')),
                    ],
                    options={
                        'db_table': 'dossiers_ideasheet',
                        'verbose_name': 'bảng ý tưởng',
                        'verbose_name_plural': 'bảng ý tưởng',
                        'ordering': ['-uploaded_at', '-pk'],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('saved_at__isnull', True), ('faulty_count', 0),
                            _connector='OR'), name='dossiers_idea_sheet_saved_without_faults'),
                            models.CheckConstraint(condition=models.Q(('faulty_count', 0), ('marked__isnull', False),
                            _connector='OR'), name='dossiers_idea_sheet_faults_are_marked'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Idea',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('proposer', models.CharField(max_length=200, verbose_name='người có ý tưởng')),
                        ('proposer_phone', models.CharField(blank=True, max_length=30, verbose_name='điện thoại')),
                        ('name', models.CharField(max_length=200, verbose_name='tên sản phẩm dự định')),
                        ('description', models.TextField(blank=True, verbose_name='mô tả')),
                        ('material', models.TextField(blank=True, verbose_name='nguyên liệu địa phương')),
                        ('market', models.TextField(blank=True, verbose_name='bán cho ai, ở đâu')),
                        ('help_wanted', models.TextField(blank=True, verbose_name='cần giúp gì')),
                        ('regulation_code', models.CharField(blank=True, max_length=40, verbose_name='văn bản quy định')),
                        ('leaf', models.CharField(blank=True, max_length=20, verbose_name='nhóm sản phẩm')),
                        ('set_number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='bộ sản phẩm')),
                        ('state', models.CharField(choices=ocop.casework.ideas.labels.idea_state_choices, default='draft', max_length=12, verbose_name='trạng thái')),
                        ('reason', models.TextField(blank=True, verbose_name='lý do')),
                        ('is_entered_for_other', models.BooleanField(default=False, verbose_name='cán bộ nhập giúp')),
                        ('is_illustration', models.BooleanField(default=False, verbose_name='minh hoạ')),
                        ('created_at', models.DateTimeField(verbose_name='đăng ký lúc')),
                        ('updated_at', models.DateTimeField(verbose_name='sửa lúc')),
                        ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='gửi lúc')),
                        ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='quyết lúc')),
                        ('decided_level', models.CharField(blank=True, max_length=10, verbose_name='cấp quyết')),
                        ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='duyệt lúc')),
                        ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='làm hồ sơ lúc')),
                        ('search_text', models.TextField(default='', editable=False)),
                        ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người đăng ký')),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người quyết')),
                        ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='places.place', verbose_name='xã, phường')),
                        ('producer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='producers.producer', verbose_name='chủ thể')),
                        ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='ideas.ideasheet', verbose_name='bảng Excel')),
                    ],
                    options={
                        'db_table': 'dossiers_idea',
                        'verbose_name': 'ý tưởng sản phẩm',
                        'verbose_name_plural': 'ý tưởng sản phẩm',
                        'ordering': ['-updated_at', '-pk'],
                        'indexes': [
                            models.Index(fields=['place', 'state'], name='dossiers_idea_place_state'),
                        ],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('state__in', [ocop.casework.ideas.states.IdeaState['DRAFT'], ocop.casework.ideas.states.IdeaState['WITHDRAWN']]), ('submitted_at__isnull', False), _connector='OR'), name='dossiers_idea_sent_has_moment'),
                            models.CheckConstraint(condition=models.Q(models.Q(('state__in', [ocop.casework.ideas.states.IdeaState['APPROVED'], ocop.casework.ideas.states.IdeaState['REFUSED']]), ('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('decided_level', ''), _negated=True)), models.Q(models.Q(('state__in', [ocop.casework.ideas.states.IdeaState['APPROVED'], ocop.casework.ideas.states.IdeaState['REFUSED']]), _negated=True), ('decided_at__isnull', True), ('decided_by__isnull', True)), _connector='OR'), name='dossiers_idea_decided_has_who_when'),
                            models.CheckConstraint(condition=models.Q(models.Q(('approved_at', models.F('decided_at')), ('state', ocop.casework.ideas.states.IdeaState['APPROVED'])), models.Q(models.Q(('state', ocop.casework.ideas.states.IdeaState['APPROVED']), _negated=True), ('approved_at__isnull', True), ('used_at__isnull', True)), _connector='OR'), name='dossiers_idea_approved_has_moment'),
                            models.CheckConstraint(condition=models.Q(models.Q(('state__in', [ocop.casework.ideas.states.IdeaState['RETURNED'], ocop.casework.ideas.states.IdeaState['REFUSED']]), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='dossiers_idea_sent_back_has_reason'),
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(relabel, relabel_back),
    ]
