"""Operations and drafts take the place of numbered saves: what was open is opened anew."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ui', '0001_open_forms'),
    ]

    operations = [
        migrations.DeleteModel(name='OpenForm'),
        migrations.CreateModel(
            name='OpenForm',
            fields=[
                ('form', models.CharField(max_length=400, primary_key=True, serialize=False, verbose_name='biểu mẫu')),
                ('at', models.DateTimeField(db_index=True, verbose_name='mở lúc')),
            ],
            options={
                'verbose_name': 'biểu mẫu đang mở',
                'verbose_name_plural': 'biểu mẫu đang mở',
                'ordering': ['form'],
            },
        ),
        migrations.CreateModel(
            name='Operation',
            fields=[
                ('key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='lần gửi')),
                ('owner', models.PositiveBigIntegerField(verbose_name='người gửi')),
                ('form', models.CharField(max_length=400, verbose_name='biểu mẫu')),
                ('field', models.CharField(blank=True, max_length=100, verbose_name='ô')),
                ('asked', models.CharField(blank=True, max_length=64, verbose_name='mã băm nội dung')),
                ('made', models.TextField(blank=True, verbose_name='dấu của giá trị')),
                ('answer', models.JSONField(default=dict, verbose_name='câu trả lời')),
                ('at', models.DateTimeField(db_index=True, verbose_name='ghi lúc')),
            ],
            options={
                'verbose_name': 'lần gửi',
                'verbose_name_plural': 'lần gửi',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner', models.PositiveBigIntegerField(verbose_name='người viết')),
                ('form', models.CharField(max_length=400, verbose_name='biểu mẫu')),
                ('field', models.CharField(max_length=100, verbose_name='ô')),
                ('values', models.JSONField(default=list, verbose_name='nội dung')),
                ('base', models.CharField(max_length=16, verbose_name='viết trên')),
                ('at', models.DateTimeField(verbose_name='viết lúc')),
            ],
            options={
                'verbose_name': 'bản nháp',
                'verbose_name_plural': 'bản nháp',
                'ordering': ['form', 'field'],
                'constraints': [models.UniqueConstraint(fields=('owner', 'form', 'field'), name='ui_draft_once')],
            },
        ),
    ]
