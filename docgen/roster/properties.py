"""What is commonly known of a unit, and the headers that bureaus write over it."""

from __future__ import annotations

from dataclasses import replace

from docgen.roster.columns import Column

OTHER_NAMES = {
    "name": "单位全称 名称 单位 机构名称 全称 单位名",
    "code": "单位代码 机构编码 机构代码 编码",
    "credit_code": "社会信用代码 信用代码 统一信用代码 统一代码",
    "area": "地区 所属地区 所在地 所在区 所在县 所在市 区县 所在区县 所属区县 区 县 盟市 所在盟市 省辖市 行政区划",
    "category": "类别 单位类型 单位性质",
    "leader": "单位负责人 法定代表人 法人代表",
    "contact": "联系人姓名 经办人 单位联系人",
    "phone": "电话 办公电话 固定电话 座机 电话号码 联系方式 单位电话 联系人电话 tel telephone",
    "mobile": "手机号 手机号码 移动电话 联系人手机 联系手机",
    "fax": "传真号码 传真电话",
    "email": "邮箱 E-mail 电子信箱 电子邮件 邮件地址 mail",
    "address": "地址 通信地址 单位地址 联系地址 详细地址 邮寄地址",
    "postcode": "邮编 zip",
    "id_number": "身份证号码 公民身份号码 身份证 证件号码",
    "quota": "推荐名额 分配名额 申报名额 指标 指标数 推荐数量 申报数量",
}
"""Headers that mean a property, besides its key and its label."""

_LABELLED = (
    Column("name", "单位名称", required=True, note="单位全称，与公章一致"),
    Column("code", "单位编码", note="单位在名册中的编码，不重复"),
    Column("credit_code", "统一社会信用代码", kind="creditcode", note="18位，由数字和大写字母组成"),
    Column("area", "所在地区", note="单位所在的区、县、市、盟"),
    Column("category", "单位类别"),
    Column("leader", "负责人", note="姓名"),
    Column("contact", "联系人", note="姓名"),
    Column("phone", "联系电话", kind="phone", note="带区号，如 022-83218136；几个号码之间用顿号"),
    Column("mobile", "手机", kind="mobile", note="11位手机号码"),
    Column("fax", "传真", kind="phone", note="带区号"),
    Column("email", "电子邮箱", kind="email"),
    Column("address", "通讯地址"),
    Column("postcode", "邮政编码", kind="postcode", note="6位数字"),
    Column("id_number", "身份证号", kind="idcard", note="18位公民身份号码"),
    Column("quota", "名额", kind="number"),
)

PROPERTIES = tuple(replace(column, aliases=tuple(OTHER_NAMES[column.key].split())) for column in _LABELLED)
"""In the order in which a roster has them."""

IGNORED = ("序号", "备注", "编号", "No.", "原行号", "原因", "怎么改")
"""Columns that may stand in any roster and say nothing of the unit; the last three docgen adds itself."""

FAILED_HEADERS = ("原行号", "原因", "怎么改")
"""Which row it was, why it failed, what would do."""
