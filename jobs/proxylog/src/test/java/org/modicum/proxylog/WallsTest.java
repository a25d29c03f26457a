package org.modicum.proxylog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.modicum.proxylog", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule theCoreKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage("org.modicum.proxylog")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.modicum.proxylog.spark..", "scala..")
            .because("anybody with proxy logs can use the core alone");

    @ArchTest
    static final ArchRule theModuleKnowsNoPolicy = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.modicum.policy..", "org.modicum.pipeline..")
            .because("what a log says does not depend on what may be said about people");
}
