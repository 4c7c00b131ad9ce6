"""Credits: which agency or outlet they name, and that people are no agency."""

import pytest

from onrecord.reports import agency_of_credit


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        pytest.param("AP", "Associated Press", id="short"),
        pytest.param("(Reuters)", "Reuters", id="brackets"),
        pytest.param("Reuter", "Reuters", id="another name"),
        pytest.param("NPA", "NPA", id="an unknown short name stays as printed"),
        pytest.param("Northmark Press Agency", "Northmark Press Agency", id="an unknown agency"),
        pytest.param(
            "The Associated Press contributed to this report.", "Associated Press", id="contributed"
        ),
        pytest.param("© 2025 AFP", "Agence France-Presse", id="copyright"),
        pytest.param("WCMH/AP", "Associated Press", id="two"),
        pytest.param(
            "This story was first carried by the Arden Daily News.", "Arden Daily News", id="carried by"
        ),
        pytest.param("This article first appeared in the Leven Post", "Leven Post", id="appeared in"),
        pytest.param("(Reporting by Ann Lee; editing by Bo Ray)", None, id="reporting by people"),
        pytest.param("Ann Lee contributed to this report.", None, id="a person contributed"),
        pytest.param("Lee reported from Leven, PA.", None, id="a state"),
        pytest.param("This article was published in Arden", None, id="a town"),
        pytest.param("Ann Lee", None, id="a person"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_agency_of_a_credit(credit, agency):
    assert agency_of_credit(credit) == agency
